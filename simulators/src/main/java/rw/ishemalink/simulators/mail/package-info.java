/**
 * The mail server of the outside world: takes every mail by SMTP and lets it be read over HTTP.
 * Invariant: a mail answered with 250 is in the inbox once for each delivery, newest last.
 */
@NullMarked
package rw.ishemalink.simulators.mail;

import org.jspecify.annotations.NullMarked;
