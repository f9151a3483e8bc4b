namespace Kring.Data.Wall;

/// <summary>
/// Who passes the wall. It knows less than the gate: who takes part, works, administers or broke the glass now; not purposes, roles, bases and agreements. What the gate needs to ask
/// about others, and what one does where one has no relation yet, has a rule of its own.
/// </summary>
internal static class WallRules
{
    internal const string Compartments = "compartments";

    private const string Me = "(select nullif(current_setting('kring.actor', true), '')::uuid)";
    // A service passes by its own rules; the wall's own questions would otherwise ask themselves.
    private const string Acts = "coalesce(current_setting('kring.service', true), '') = ''";
    private const string Works = $"any ((select case when {Acts} then kring_working_along() end)::uuid[])";

    /// <summary>The compartments that are open to who acts, worked out once in a query.</summary>
    internal const string Open = $"any ((select case when {Acts} then kring_open() end)::uuid[])";

    /// <summary>What is found by what somebody brings, or by id, before or beside who acts.</summary>
    private static readonly HashSet<string> Found = new(StringComparer.Ordinal)
    {
        "accounts", "sessions", "sign_ins", "mailed_links", "trusted_devices", "invitations", "staff_invitations", "waiting_accounts", "staff_members", "care_networks", "recipient_marks", "conversations", "outbox",
    };

    /// <summary>What says how somebody stands: read by the wall itself.</summary>
    private static readonly HashSet<string> Relations = new(StringComparer.Ordinal)
    {
        "network_memberships", "emergency_accesses", "staff_members", "invitations", "staff_invitations", "participation_bases",
    };

    /// <summary>Somebody's own rows in compartments that they may have left.</summary>
    private static readonly HashSet<string> OwnRows = new(StringComparer.Ordinal) { "network_memberships", "emergency_accesses", "staff_members", "access_entries" };

    /// <summary>What the lane reads and writes.</summary>
    private static readonly HashSet<string> InLane = new(StringComparer.Ordinal) { "conversations", "drafts", "read_receipts", "waiting_notices" };

    /// <summary>What the gate asks in a lane, and holds until the commit: locked, never changed.</summary>
    private static readonly HashSet<string> HeldInLane = new(StringComparer.Ordinal)
    {
        "network_memberships", "care_networks", "staff_members", "participation_bases", "cooperation_agreements", "mandates", "emergency_accesses",
    };

    internal static string Serves(params string[] services)
        => $"(select current_setting('kring.service', true)) in ({string.Join(", ", services.Select(s => $"'{s}'"))})";

    internal static IEnumerable<WallRule> Of(string table)
    {
        if (Found.Contains(table))
            yield return new("wall_find", "select", Serves(WallServices.Find));
        if (Relations.Contains(table))
            yield return new("wall_relations", "select", Serves(WallServices.Wall));
        if (OwnRows.Contains(table))
            yield return new("wall_own", "select", $"person = {Me}");
        if (InLane.Contains(table))
            yield return new("wall_lane", "all", Serves(WallServices.Lane));
        if (HeldInLane.Contains(table))
        {
            yield return new("wall_lane", "select", Serves(WallServices.Lane));
            yield return new("wall_held", "update", Serves(WallServices.Lane), "false");
        }

        foreach (var rule in Special(table))
            yield return rule;
    }

    private static WallRule[] Special(string table) => table switch
    {
        // Even when the gate says yes to everybody, nobody has a message in their name where they do not take part.
        "messages" =>
        [
            new("wall_lane", "select", Serves(WallServices.Lane)),
            new("wall_said", "insert", $"{Serves(WallServices.Lane)} and exists (select from network_memberships m where m.compartment = messages.compartment and m.person = messages.author and (m.until is null or m.until > messages.at))"),
        ],
        // That a session was used is noted when it is found.
        "sessions" => [new("wall_use", "update", Serves(WallServices.Find))],
        // The log takes a line about anything, refusals too; whoever works for an organisation passes to what was done in its name.
        "access_entries" => [new("wall_log", "insert", "true"), new("wall_office", "select", $"organisation = {Open}")],
        // Each line of the log has its turn to be sealed.
        "log_awaiting" => [new("wall_log", "insert", "true")],
        // Whether those who take part in a network still work where they say.
        "staff_members" =>
        [
            new("wall_along", "select", $"organisation = {Works}"),
            // Who accepts an invitation for an organisation is entered in its staff file.
            new("wall_entered", "insert", $"person = {Me} and exists (select from invitations i where i.organisation = staff_members.organisation and i.id = any (nullif(current_setting('kring.link', true), '')::uuid[]))"),
        ],
        // Whether one's organisation takes part in a network in which one does not: who may break the glass.
        "participation_bases" => [new("wall_office", "select", $"organisation = {Open}")],
        // A notice is put in the outbox of whom it is for, also by who can read nothing there.
        "outbox" => [new("wall_notice", "insert", "true")],
        // Anybody may report something to the privacy desk of an organisation.
        "unknown_access_reports" => [new("wall_report", "insert", $"reported_by = {Me}"), new("wall_reported", "select", $"reported_by = {Me}")],
        _ => [],
    };

    /// <summary>It counts from when the unit of work began, by the program's clock. Whether a membership has begun, a mandate holds, a basis or agreement is there: that is for the gate.</summary>
    internal const string Functions = """
        create or replace function kring_open() returns uuid[] language plpgsql stable as $$
        declare
          who uuid := nullif(current_setting('kring.actor', true), '')::uuid;
          glass uuid := nullif(current_setting('kring.glass', true), '')::uuid;
          link uuid[] := nullif(current_setting('kring.link', true), '')::uuid[];
          at timestamptz := coalesce(nullif(current_setting('kring.since', true), '')::timestamptz, now());
          opened uuid[] := coalesce(nullif(current_setting('kring.let', true), '')::uuid[], '{}');
          service text := coalesce(current_setting('kring.service', true), '');
        begin
          perform set_config('kring.service', 'wall', true);
          if who is not null then
            opened := opened || who || array(
              select m.compartment from network_memberships m where m.person = who and (m.until is null or m.until > at)
              union all select e.compartment from emergency_accesses e where e.person = who and e.until > at
              union all select s.compartment from staff_members s where s.person = who and (s.until is null or s.until > at)
              union all select theirs.person from staff_members mine join staff_members theirs on theirs.organisation = mine.organisation
                where mine.person = who and mine.role = 'FunctionalAdministrator' and (mine.until is null or mine.until > at)
              union all select b.compartment from participation_bases b join staff_members s on s.organisation = b.organisation
                where b.compartment = glass and b.ended_at is null and s.person = who and (s.until is null or s.until > at));
          end if;
          if link is not null then
            opened := opened || array(
              select i.compartment from invitations i where i.compartment = any (link) and i.id = any (link)
              union all select i.compartment from staff_invitations i where i.compartment = any (link) and i.id = any (link));
          end if;
          perform set_config('kring.service', service, true);
          return opened;
        end $$;

        create or replace function kring_working_along() returns uuid[] language plpgsql stable as $$
        declare
          opened uuid[] := kring_open();
          service text := coalesce(current_setting('kring.service', true), '');
        begin
          perform set_config('kring.service', 'wall', true);
          opened := opened || array(
            select m.organisation from network_memberships m where m.compartment = any (opened) and m.organisation is not null
            union select b.organisation from participation_bases b where b.compartment = any (opened));
          perform set_config('kring.service', service, true);
          return opened;
        end $$;

        """;
}
