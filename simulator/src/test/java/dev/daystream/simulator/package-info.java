@NullMarked
package dev.daystream.simulator;

import org.jspecify.annotations.NullMarked;
