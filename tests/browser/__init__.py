"""The built sites in real browsers: Chromium with every run of the tests, Firefox with `make test-browsers`."""
