@NullMarked
package dev.daystream.simulator.world;

import org.jspecify.annotations.NullMarked;
