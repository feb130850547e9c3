"""Pictures of the record as numbers: where a drawing has its marks, bars and labels, in the units of its box."""
