using CareJournal.Patients;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>The reader of after how long people return, over a real file.</summary>
public sealed class ReturnsReaderTests
{
    [Fact]
    public async Task An_empty_journal_has_no_curve_and_names_its_threshold()
    {
        using TestJournal journal = TestJournal.Open();
        await PatientAsync(journal);
        ReturnsAnswer answer = await journal.Get<ReturnsReader>().ReadAsync();
        Assert.Equal((90, 90, 0, 0, false), (answer.Threshold, answer.PracticeThreshold, answer.People, answer.Curve.Returns, answer.Curve.CanBeDrawn));
    }

    [Fact]
    public async Task Ten_returns_of_five_people_draw_a_curve_and_the_same_journal_reads_otherwise_with_another_threshold()
    {
        using TestJournal journal = TestJournal.Open();
        for (int person = 0; person < 5; person++)
        {
            Guid patient = await PatientAsync(journal);
            await VisitAsync(journal, patient, "2025-01-06");
            await VisitAsync(journal, patient, Day("2025-05-06").AddDays(person).ToString("yyyy-MM-dd"));
            await VisitAsync(journal, patient, Day("2026-01-06").AddDays(person).ToString("yyyy-MM-dd"));
        }

        ReturnsAnswer answer = await journal.Get<ReturnsReader>().ReadAsync();
        Assert.Equal((90, 10, 5, 91, true), (answer.Threshold, answer.Curve.Returns, answer.People, answer.Curve.From!.Value, answer.Curve.CanBeDrawn));
        Assert.Equal(5, answer.Curve.Seen(300));

        ReturnsAnswer longer = await journal.Get<ReturnsReader>().ReadAsync(180);
        Assert.Equal((180, 90, 5, 5, false), (longer.Threshold, longer.PracticeThreshold, longer.Curve.Returns, longer.People, longer.Curve.CanBeDrawn));
        Assert.Equal(90, (await journal.Get<ReturnsReader>().ReadAsync(7)).Threshold);
    }

    [Fact]
    public async Task A_silence_is_counted_until_the_follow_up_was_closed_or_the_person_died()
    {
        using TestJournal journal = TestJournal.Open("2024-07-01");
        Guid closed = await PatientAsync(journal);
        Guid died = await PatientAsync(journal);
        Guid quiet = await PatientAsync(journal);
        foreach (Guid patient in (Guid[])[closed, died, quiet])
        {
            await VisitAsync(journal, patient, "2024-01-08");
        }

        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(closed, PatientClosing.HandedOver, null));
        PatientForm form = (await journal.Get<PatientReader>().ReadAsync(died))!.Form;
        form.DeceasedOn = Day("2024-02-01");
        IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form));
        journal.Clock.MoveTo(Day("2026-11-22"));

        DateOnly Until(Guid patient) => journal.FactsOf(patient)!.SeenUntil(Day("2026-11-22"));
        Assert.Equal((Day("2024-07-01"), Day("2024-02-01"), Day("2026-11-22")), (Until(closed), Until(died), Until(quiet)));
        Assert.Equal(new Absence(175, 90, false), Assert.Single(Absence.Find(journal.FactsOf(closed)!.Course, Until(closed))));
        Assert.Empty(Absence.Find(journal.FactsOf(died)!.Course, Until(died)));
    }
}
