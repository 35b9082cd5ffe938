/** The simulator: a process of its own that speaks the Fitbit Web API's intraday dialect for people who do not exist. */
@NullMarked
package dev.daystream.simulator;

import org.jspecify.annotations.NullMarked;
