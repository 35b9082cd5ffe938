package dev.daystream.export;

/** An export turned out larger than it may be, when its first part was written already. */
public final class TooManyRowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRowsException(long limit) {
        super("The export has more than " + limit + " rows; ask for less time, fewer metrics or a coarser resolution.");
    }
}
