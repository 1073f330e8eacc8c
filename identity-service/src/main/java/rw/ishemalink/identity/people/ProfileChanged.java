package rw.ishemalink.identity.people;

import rw.ishemalink.kit.outbox.Tx;

/** A person changed the own profile; observers take part in the same transaction. */
public record ProfileChanged(Tx tx, Person person) {}
