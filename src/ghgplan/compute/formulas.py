"""The formulas by which numbers are computed: how each reads, and the standard that asks for it.

A ``Computed`` number names its formula; titles stand in the document catalogue as ``formula.<name>``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.plan.frozen import Frozen
from ghgplan.reference.entries import Verification
from ghgplan.values import frozen


@frozen
class Formula:
    """One formula. Its letters stand for the inputs in their order, from left to right."""

    name: str
    expression: str
    """In letters that no language translates: ``E = AD × EF``."""
    standard: str = ""
    """Number of the standard that asks for it, as the library has it; empty where it is plain arithmetic."""
    clause: str = ""
    """Empty where the clause was not seen."""
    verification: Verification | None = None
    """How far standard and clause were held against their text; None where none is cited."""

    @property
    def label_id(self) -> str:
        """The message that says it to a reader."""
        return f"formula.{self.name}"


_ALL = (
    Formula("sum", "S = A1 + A2 + …"),
    Formula("product", "P = A × B"),
    Formula("ratio", "Q = A / B"),
    Formula("difference", "D = A − B"),
    Formula("share", "s = A / B × 100 %"),
    Formula("reduction", "r = (B − V) / B × 100 %"),
    Formula("deviation", "D = V − T"),
    Formula("as printed", "V = round(A)"),
    Formula("emissions", "E = AD × EF", "GB/T 32150-2015", verification=Verification.MEMORY),
    Formula("intensity", "I = E / P"),
    Formula("coal equivalent", "E = e × p", "GB/T 2589-2020", verification=Verification.MEMORY),
    Formula("emissions of a gas", "E = AD × EF × GWP", "GB/T 32150-2015", verification=Verification.MEMORY),
    Formula("mass of gas", "E = m × GWP", "GB/T 32150-2015", verification=Verification.MEMORY),
    Formula("carbon factor", "EF = NCV × CC × OF × 44/12"),
    Formula("carbon factor by energy", "EF = CC × OF × 44/12"),
    Formula("factor by calorific value", "EF = EFe × NCV"),
    Formula("factor by energy", "EFe = EF / NCV"),
    Formula("factor by volume", "EFv = EFm × ρ"),
    Formula("factor by mass", "EFm = EFv / ρ"),
    Formula("blend potential", "GWP = w1 × GWP1 + w2 × GWP2 + …"),
    Formula("electricity left", "L = AD − G1 − G2"),
    Formula("market-based emissions", "E = L × EF"),
    Formula("conversion", "A = A"),
    Formula("energy intensity", "e = E / P"),
    Formula("years apart", "n = y − y0"),
    Formula("curve", "V = X + (B − X) × R / R0"),
    Formula("curve drawn on", "V = L + (X − L) × n / N"),
    Formula("straight line", "V = A + (C − A) × n / N"),
    Formula("company curve", "V = B × s"),
    Formula("constant rate", "V = B × (1 − r)^n"),
    Formula("absolute contraction", "V = max(B × (1 − r × n), 0)"),
    Formula("yearly reduction", "r = (1 − (V / B)^(1/n)) × 100 %"),
    Formula("linear yearly reduction", "r = (1 − V / B) / n × 100 %"),
    Formula("deviation from curve", "D = V − C"),
    Formula("budget of a year", "E = I × P"),
    Formula("budget at base-year production", "E = I × P0"),
    Formula("relative deviation", "d = (V / T − 1) × 100 %"),
    Formula("needed reduction", "r = max(1 − (T / A)^(1/n), 0) × 100 %"),
    Formula("needed cut", "c = max((A − T) / n, 0)"),
    Formula("forecast", "F = max(A + (A − B) × n / m, 0)"),
    Formula("forecast deviation", "D = F − T"),
    Formula("avoided", "E = AD × EF"),
    Formula("avoided a year", "E = e × P"),
    Formula("avoided per tonne", "e = E / P"),
    Formula("ramp", "E = F × r"),
    Formula("substitution", "e = ΔI × s"),
    Formula("generation", "W = C × h"),
    Formula("full-load hours", "h = W / C"),
    Formula("self use", "W = G × s"),
    Formula("haulage", "Q = d × m"),
    Formula("mass by density", "m = V × ρ"),
    Formula("fuel factor", "EF = NCV × CC × OF × 44/12"),
    Formula("fuel factor by energy", "EF = NCV × F"),
    Formula("payback", "t = C / S"),
    Formula("emissions at intensity", "E = I × P"),
    Formula("output at intensity", "P = E / I"),
    Formula("needed", "N = ΔI × P"),
    Formula("added", "A = E − B"),
    Formula("overlap", "D = E × o"),
    Formula("without overlap", "A = E − D"),
    Formula("missing", "M = N − G"),
    Formula("covered", "c = G / N × 100 %"),
    Formula("weighted intensity", "I = (I1 × P1 + I2 × P2 + …) / (P1 + P2 + …)"),
)

FORMULAS: Mapping[str, Formula] = Frozen({formula.name: formula for formula in _ALL})
"""Every formula, by name."""
