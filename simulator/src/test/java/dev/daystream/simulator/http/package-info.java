@NullMarked
package dev.daystream.simulator.http;

import org.jspecify.annotations.NullMarked;
