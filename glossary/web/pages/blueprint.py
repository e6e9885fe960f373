"""Hold the blueprint to which every page adds itself."""

from flask import Blueprint

blueprint = Blueprint("pages", "glossary.web")
