package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.story.RefusedException;

/** Tells a failure in one line. */
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        tell(wrong.getCommandLine().getErr(), message + "; see ./ishema help");
        return NOT_UNDERSTOOD;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        tell(err, message(failure));
        if (System.getenv("ISHEMA_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return FAILED;
    }

    private static String message(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof PartFailedException
                || failure instanceof IllegalArgumentException
                || failure instanceof RefusedException) {
            return message;
        }
        return failure instanceof UncheckedIOException && failure.getCause() != null
                ? message + ": " + failure.getCause().getMessage()
                : "unexpected " + failure.getClass().getSimpleName() + ": " + message + " (ISHEMA_DEBUG=1 shows more)";
    }

    private static void tell(PrintWriter err, String line) {
        err.println("ishema: " + line);
        err.flush();
    }
}
