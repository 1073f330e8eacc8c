package rw.ishemalink.tracking.position.api;

import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import rw.ishemalink.tracking.position.Reporter;

/**
 * Who reports over a socket. Both are asked anew with each message: drivers are suspended, devices and logins revoked
 * while they are connected.
 *
 * @param isOver whether the token that the socket was opened with has ended
 */
record ReportingClient(Supplier<CompletionStage<Reporter>> reporter, BooleanSupplier isOver) {}
