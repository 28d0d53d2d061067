package folder

import (
	"strings"
	"testing"
)

func TestIgnored(t *testing.T) {
	for _, name := range strings.Fields(`.git .a.md.swp a.md~ #a.md# 4913 a.swp ~$a.md .#a.md Thumbs.db
		a.md.bak a.md.orig a.md.rej a.md.tmp.4821 a.md.tmp a.md___jb_tmp___ a.md___jb_old___ a.md.part a.md.save
		a.md.save.1 a.md.BAK a.md.~1~ a.md.crdownload a.md.sb-1a2b3c-Xy a_LOCAL_4821.md a.md.mine %a.md% a.md.un~
		a.md.old a.md.dpkg-old a.md.sed4Xb a.md.swpx a.md.r12 a.md,v`) {
		if !Ignored(name) {
			t.Errorf("%s is read", name)
		}
	}
	for _, name := range strings.Fields("a.md a~b.md #a.md 49130 a.png a.swf old.md a.old.md notes.2 v1.2.3 " +
		"report.v2.pdf tmp.md bak part-1.md a.md.pdf a.md.gz a.md.svg a.md.txt a.md.html a,v") {
		if Ignored(name) {
			t.Errorf("%s is not read", name)
		}
	}
}
