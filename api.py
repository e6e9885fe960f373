"""Open the WSGI door: `granian --interface wsgi api:app`, or any other server."""

from glossary.web import create_app

app = create_app()
