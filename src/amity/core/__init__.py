"""The nouns: frozen values that know no database, network, file or model."""
