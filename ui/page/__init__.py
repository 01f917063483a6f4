"""The web page: state in the address, pure views from results to HTML, thin wiring in Gradio and FastAPI."""
