"""The adapters: each knows one program that builds sites, and wires its events to `site_build`."""
