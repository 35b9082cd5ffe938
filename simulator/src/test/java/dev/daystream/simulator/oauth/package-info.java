@NullMarked
package dev.daystream.simulator.oauth;

import org.jspecify.annotations.NullMarked;
