package links

import (
	"net/netip"
	"testing"
)

func TestNear(t *testing.T) {
	for text, want := range map[string]bool{
		"127.0.0.1": true, "127.8.9.1": true, "::1": true, "::ffff:127.0.0.1": true, "0.0.0.0": true, "::": true,
		"10.1.2.3": true, "172.16.0.1": true, "192.168.1.1": true, "169.254.169.254": true, "fe80::1%eth0": true,
		"fd00:ec2::254": true, "100.64.0.1": true, "224.0.0.1": true, "255.255.255.255": true, "64:ff9b::7f00:1": true,
		"2002:7f00:1::": true, "ff02::1": true,
		"93.184.215.14": false, "2606:4700::1111": false, "172.32.0.1": false, "::ffff:8.8.8.8": false,
	} {
		if got := nearAddress(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
