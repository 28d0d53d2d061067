package publish

import (
	"bytes"
	"errors"
	"io"

	"collate/generator/plan"
)

// errDiffers ends the comparison of a file with what it should be.
var errDiffers = errors.New("other bytes")

// holds reports whether the file that is there has exactly the planned bytes.
func (w *worker) holds(name string, file plan.File) (bool, error) {
	f, err := w.root.Open(name)
	if err != nil {
		return false, failed("read", w.name(name), err)
	}
	defer f.Close()
	next := func(most int) ([]byte, error) {
		n, err := io.ReadFull(f, w.have[:min(most, len(w.have))])
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return nil, failed("read", w.name(name), err)
		}
		return w.have[:n], nil
	}
	err = w.each(name, file, func(want []byte) error {
		for len(want) > 0 {
			got, err := next(len(want))
			if err != nil {
				return err
			}
			if len(got) == 0 || !bytes.HasPrefix(want, got) {
				return errDiffers
			}
			want = want[len(got):]
		}
		return nil
	})
	if err == nil {
		var more []byte
		if more, err = next(1); len(more) > 0 {
			err = errDiffers
		}
	}
	if err == errDiffers {
		return false, nil
	}
	return err == nil, err
}
