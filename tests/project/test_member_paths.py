import os
import sys

import pytest

from ghgplan.project.member_paths import BadPath, member_path


@pytest.fixture
def project(tmp_path, write_plan):
    root = tmp_path.resolve() / "project"
    write_plan("project/plans/group/members/east.yaml")
    write_plan("project/plans/west/plan.yaml")
    write_plan("outside.yaml")
    return root


@pytest.mark.parametrize(
    ("written", "reached"), [("members/east.yaml", "plans/group/members/east.yaml"), ("../west/plan.yaml", "plans/west/plan.yaml")]
)
def test_paths_inside_the_project_are_reached(project, written, reached):
    assert member_path(written, project / "plans/group", project) == project / reached


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("members/none.yaml", "GP-F01"),
        ("members/east.yaml/more", "GP-F01"),
        ("/etc/passwd", "GP-F02"),
        ("members\\east.yaml", "GP-F02"),
        ("C:/plans/east.yaml", "GP-F02"),
        ("file://east.yaml", "GP-F02"),
        ("~/east.yaml", "GP-F02"),
        ("./members/east.yaml", "GP-F02"),
        ("members//east.yaml", "GP-F02"),
        ("members/east.yaml ", "GP-F02"),
        ("members/*.yaml", "GP-F02"),
        ("a\0b", "GP-F02"),
        ("../../../outside.yaml", "GP-F03"),
        ("../../../project/plans/west/plan.yaml", "GP-F03"),
        ("members", "GP-F04"),
        ("..", "GP-F04"),
        ("members/East.yaml", "GP-F07"),
        ("Members/east.yaml", "GP-F07"),
    ],
)
def test_all_other_paths_are_refused(project, written, code):
    refused = member_path(written, project / "plans/group", project)
    assert isinstance(refused, BadPath)
    assert refused.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_that_leads_out_is_refused(project):
    (project / "plans/group/link.yaml").symlink_to(project.parent / "outside.yaml")
    refused = member_path("link.yaml", project / "plans/group", project)
    assert isinstance(refused, BadPath)
    assert refused.code == "GP-F03"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_no_file_and_does_not_hang(project):
    os.mkfifo(project / "plans/group/pipe.yaml")
    refused = member_path("pipe.yaml", project / "plans/group", project)
    assert isinstance(refused, BadPath)
    assert refused.code == "GP-F04"
