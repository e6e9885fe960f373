"""Test the counters for operators."""

from flask.testing import FlaskClient


def test_answers_are_counted_and_nothing_is_told_of_them(own_client: FlaskClient) -> None:
    for _ in range(3):
        own_client.get("/api/v1/lookup?q=secretquery")
    own_client.get("/nulle-part")
    answer = own_client.get("/metrics")
    text = answer.get_data(as_text=True)
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    assert 'endpoint="api.lookup",status="200"} 3\n' in text
    assert 'endpoint="none",status="404"} 1\n' in text
    assert "\nglossary_revision 1\n" in text
    assert "secret" not in text
    assert text.endswith("\n")
