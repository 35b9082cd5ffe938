/** The documents of the Fitbit Web API, written from a simulated day. */
@NullMarked
package dev.daystream.simulator.fitbit;

import org.jspecify.annotations.NullMarked;
