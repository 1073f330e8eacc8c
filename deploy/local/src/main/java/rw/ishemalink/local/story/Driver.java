package rw.ishemalink.local.story;

/** A person who drives a vehicle. */
public record Driver(Person person, String driverId, String plate) {}
