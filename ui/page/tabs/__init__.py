"""One module per tab: builds the tab's components and returns them as a frozen value."""
