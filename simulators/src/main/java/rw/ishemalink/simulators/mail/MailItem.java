package rw.ishemalink.simulators.mail;

import java.time.Instant;
import java.util.List;

/** A mail as it arrived; {@code attachments} are file names. */
public record MailItem(Instant at, List<String> to, String subject, String text, List<String> attachments) {}
