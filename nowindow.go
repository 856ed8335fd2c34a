//go:build nodesktop

package main

import "zhenjie/app/cli"

// openWindow is absent: this build is the command line alone.
var openWindow cli.Window
