using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Places a planned course on the practice's open days, backwards from its last session.</summary>
internal sealed class SessionPlacer(PracticeCalendar calendar, DateOnly firstDay, SeededStream stream)
{
    private const double ByVideoWhileConfined = 0.15;

    /// <summary>Returns the held sessions, oldest first. None is in a closure except a few by video in spring 2020.</summary>
    public IReadOnlyList<Session> Place(Role role)
    {
        IReadOnlyList<(int Day, SessionPurpose Purpose)> plan = CoursePlan.Create(role, stream);
        List<Session> sessions = [];
        DateOnly limit = calendar.Today;
        for (int index = plan.Count - 1; index >= 0; index--)
        {
            DateOnly wanted = calendar.Today.AddDays(plan[index].Day - plan[^1].Day - role.LastAgo);
            DateOnly day = calendar.OpenOnOrBefore(wanted < limit ? wanted : limit.AddDays(-1));
            if (day < firstDay)
            {
                break;
            }

            bool confined = calendar.IsConfined(day);
            if (confined && sessions.Count > 0 && !stream.Chance(ByVideoWhileConfined))
            {
                continue;
            }

            sessions.Add(new Session(day, plan[index].Purpose) { Mode = confined ? VisitMode.Video : Mode() });
            limit = day;
        }

        sessions.Reverse();
        if (sessions.Count > 0)
        {
            sessions[0].Purpose = SessionPurpose.First;
        }

        return role.Course == CourseKind.TwiceADay && sessions.Count > 1 && sessions[1].Mode != VisitMode.Video ? Doubled(sessions) : sessions;
    }

    private VisitMode Mode() =>
        stream.Weigh((VisitMode.Practice, 0.94), (VisitMode.Home, 0.03), (VisitMode.Phone, 0.01), (VisitMode.Video, 0.01), (VisitMode.Group, 0.01));

    // An individual session in the morning, and the group in the afternoon.
    private static List<Session> Doubled(List<Session> sessions)
    {
        DateOnly day = sessions[1].On;
        sessions[1] = new Session(day, sessions[1].Purpose) { StartsAt = new TimeOnly(9, 30) };
        sessions.Insert(2, new Session(day, SessionPurpose.Close) { StartsAt = new TimeOnly(16, 0), Mode = VisitMode.Group });
        return sessions;
    }
}
