@NullMarked
package dev.daystream.simulator.switches;

import org.jspecify.annotations.NullMarked;
