package dev.daystream.cli;

import dev.daystream.export.Export;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that an export goes to: under another name until it is complete.
 *
 * @param path its name
 */
record ExportFile(Path path) {
    /** Returns a file; ends the command if there is one already that may not be replaced, or there is no such directory. */
    static ExportFile at(Path path, boolean replace) {
        if (Files.isDirectory(path) || (!replace && Files.exists(path))) {
            throw new CommandException(ExitCode.USAGE, path + " exists already; --force replaces a file.");
        }
        Path directory = path.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new CommandException(ExitCode.USAGE, "There is no directory " + directory + ".");
        }
        return new ExportFile(path);
    }

    /** Returns standard output. */
    static Export.Sink standardOutput() {
        return bytes -> {
            System.out.write(bytes.getBytes(), 0, bytes.length());
            System.out.flush();
            return System.out.checkError()
                    ? Future.failedFuture(new IOException("Standard output is closed"))
                    : Future.succeededFuture();
        };
    }

    /** Writes all of it, then gives it its name; returns the number of rows. */
    long write(Session session, Export export) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            AsyncFile file = Session.await(
                    session.vertx().fileSystem().open(part.toString(), new OpenOptions().setTruncateExisting(true)));
            long rows = Session.await(export.send(session.vertx(), (Buffer bytes) -> file.write(bytes))
                    .eventually(file::close));
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, path + " cannot be written: " + e.getMessage());
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.err.println(part + " cannot be removed: " + e.getMessage());
        }
    }
}
