@NullMarked
package dev.daystream.simulator.fitbit;

import org.jspecify.annotations.NullMarked;
