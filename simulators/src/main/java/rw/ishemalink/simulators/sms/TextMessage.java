package rw.ishemalink.simulators.sms;

import java.time.Instant;

/** A message on a phone. */
public record TextMessage(Instant at, String to, String from, String message, String messageId) {}
