package rw.ishemalink.identity.recovery;

import rw.ishemalink.identity.people.Person;

/** A recovery and whose account it is about. */
public record WaitingRecovery(Recovery recovery, Person person) {}
