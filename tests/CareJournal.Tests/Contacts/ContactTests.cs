using CareJournal.Acts;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.Contacts;

/// <summary>Contacts without a visit: they count in no rule of time, and a decision or a next step may name one.</summary>
public sealed class ContactTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_contact_is_recorded_changed_withdrawn_and_makes_no_visit()
    {
        Guid person = await PatientAsync(_journal);
        ContactForm form = new() { PatientId = person, On = Day("2026-11-02"), Channel = ContactChannel.Letter, From = ContactFrom.Practitioner, Words = "Un mot.", ThirdParty = true };
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(form));
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(form));
        ContactForm read = Assert.Single(await ReadAsync(person));
        Assert.Equal((form.Id, 1, form.On, form.Channel, form.From, "Un mot.", true), (read.Id, read.Revision, read.On, read.Channel, read.From, read.Words, read.ThirdParty));
        read.Words = null;
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(read));
        Assert.Empty((await _journal.Get<TimelineReader>().ReadAsync(person))!.Held);
        IsSaved(await _journal.Get<ContactRecorder>().VoidAsync(form.Id, 2));
        Assert.Empty(await ReadAsync(person));
        Assert.Equal(ProblemKind.AfterToday, IsInvalid(await _journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, On = Day("2026-11-23") }), nameof(ContactForm.On)));
    }

    [Fact]
    public async Task News_on_a_list_are_one_act_with_the_decision_and_taken_back_as_one()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-01-05");
        Assert.Contains(AwayList.Undecided, _journal.Judge(person).Lists);
        ContactForm form = new() { PatientId = person, On = Day("2026-11-20"), Words = "Tout va bien." };
        SaveOutcome.Saved saved = IsSaved(await _journal.Get<AwayDecisionRecorder>().InTouchAsync(AwayList.Undecided, form, null));
        Assert.Equal(saved, await _journal.Get<AwayDecisionRecorder>().InTouchAsync(AwayList.Undecided, form, null));
        Assert.Empty(_journal.Judge(person).Lists);
        Assert.Single(await ReadAsync(person));
        await using Storage.JournalContext context = _journal.Context();
        Assert.Equal(form.Id, Assert.Single(context.AwayDecisions).ContactId);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Contains(AwayList.Undecided, _journal.Judge(person).Lists);
        Assert.Empty(await ReadAsync(person));
        Assert.Equal(ProblemKind.NotInFuture, IsInvalid(await _journal.Get<AwayDecisionRecorder>().InTouchAsync(AwayList.Undecided, new ContactForm { PatientId = person }, Day("2026-11-22")), nameof(AwayDecision.Until)));
    }

    private Task<IReadOnlyList<ContactForm>> ReadAsync(Guid person) => ContactsAsync(_journal, person);
}
