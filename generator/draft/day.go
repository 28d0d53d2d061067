package draft

import "time"

// Day is the day that a date is of, in whatever language it is written; zero
// where it can't be read.
func Day(written string) time.Time { return dateIn(written) }
