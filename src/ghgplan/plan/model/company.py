"""Chapter ``company``: who the plan is for, and the parts of the company it speaks of."""

from __future__ import annotations

from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Code, OneOf
from ghgplan.plan.text import Text

Activity = Annotated[
    str,
    OneOf(
        {
            "bauxite mining": "铝土矿开采",
            "alumina refining": "氧化铝精炼",
            "primary smelting": "电解铝",
            "casthouse": "铸造",
            "semi-fabrication": "半成品加工",
            "material conversion": "材料转化",
            "other": "其他",
        }
    ),
]


class Company(Chapter):
    """Who the plan is for."""

    name: Text = key("公司名称", "The company's name")
    site: Text | None = key("地址", "Where its site is", None)
    telephone: Code | None = key("电话", "Telephone", None)
    email: Code | None = key("电子邮箱", "E-mail address", None)
    website: Code | None = key("网站", "Website", None)


class Entity(Chapter):
    """A site, a subsidiary or a product line with figures of its own."""

    name: Text = key("名称", "Its name")
    site: Text | None = key("地址", "Where it is", None)
    activity: Activity | None = key("生产活动（决定适用的减排路径曲线）", "What it does (decides which pathway curve is meant)", None)


class Member(Chapter):
    """A company of the group whose own plan is part of this one."""

    name: Text = key("简称", "The short name it has in this plan")
    plan: Code = key("该成员计划文件的相对路径", "The file of the member's own plan, relative to this one")
