package rw.ishemalink.local.load;

/** What the database holds of the actions that were brought. */
final class SyncCheck {

    private final Database database;

    SyncCheck(LoadStack stack) {
        this.database = new Database(stack.database(LoadStack.BOOKING));
    }

    /** How many actions are done. */
    long countDone() {
        return database.count("select count(*) from sync_action where state = 'DONE'");
    }

    /** How many are not done yet. */
    long countOpen() {
        return database.count("select count(*) from sync_action where state in ('QUEUED', 'WAITING')");
    }

    /** Effects beyond the first of one action. */
    long countTwice() {
        return database.count("""
                select coalesce(sum(times - 1), 0) from (
                  select count(*) as times from booking_transition group by booking_id, change) as effects""");
    }

    /** Bookings that no action of their sender asked for. */
    long countUnasked() {
        return database.count("""
                select count(*) from booking b
                 where not exists (select from sync_action a
                                    where a.tenant = b.tenant and a.person_id = b.sender_id and a.sync_id = b.sync_id
                                      and a.type = 'CREATE' and a.state = 'DONE')""");
    }

    /** Done actions without their effect. */
    long countWithoutEffect() {
        return database.count("""
                select count(*) from sync_action a
                 where a.state = 'DONE' and not exists (
                   select from booking_transition t
                    where t.booking_id = a.booking_id
                      and t.change = case a.type when 'CREATE' then 'CREATED' when 'CONFIRM' then 'CONFIRMED'
                                                 else 'CANCELLED' end)""");
    }

    /** Changes of one person that came before one which their phone's clock puts first. */
    long countOutOfOrder() {
        return database.count("""
                select count(*) from (
                  select a.client_time < lag(a.client_time) over (
                           partition by a.person_id order by t.occurred_at, t.sequence) as backwards
                    from sync_action a join booking_transition t
                      on t.booking_id = a.booking_id
                     and t.change = case a.type when 'CREATE' then 'CREATED' when 'CONFIRM' then 'CONFIRMED'
                                                else 'CANCELLED' end) as served
                 where backwards""");
    }
}
