"""Edit one record in a form: fields by its JSON Schema; what is typed is spliced into its file once it is checked."""
