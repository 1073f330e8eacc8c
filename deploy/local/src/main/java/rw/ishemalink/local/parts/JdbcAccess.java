package rw.ishemalink.local.parts;

/** How to reach one database. */
public record JdbcAccess(String url, String user, String password) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "JdbcAccess[url=" + url + ", user=" + user + "]";
    }
}
