/** The people and what their bodies do: a pure function of seed, participant and date, without any wire format. */
@NullMarked
package dev.daystream.simulator.world;

import org.jspecify.annotations.NullMarked;
