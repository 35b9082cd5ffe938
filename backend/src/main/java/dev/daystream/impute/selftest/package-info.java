/** How good the methods of imputation are: known values are hidden and compared with what the methods say; pure. */
@NullMarked
package dev.daystream.impute.selftest;

import org.jspecify.annotations.NullMarked;
