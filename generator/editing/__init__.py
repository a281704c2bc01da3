"""What commands write into the files of editors: fields and entries put in place, everything else left as it is."""
