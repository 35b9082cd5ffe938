/** Daily values, and what they come to over a range: pure rules. */
@NullMarked
package dev.daystream.query.summary;

import org.jspecify.annotations.NullMarked;
