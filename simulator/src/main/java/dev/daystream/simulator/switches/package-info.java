/** What is made to go wrong on purpose, for whom and when, and what it does to days and payloads. */
@NullMarked
package dev.daystream.simulator.switches;

import org.jspecify.annotations.NullMarked;
