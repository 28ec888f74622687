using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Host;

namespace CareJournal.Web.Visits;

/// <content>The save of a session, and what is said where it is refused.</content>
public sealed partial class VisitEditor
{
    private async Task SaveAsync()
    {
        _answer.Clear();
        _problems = [];
        await TakeTypedAsync();
        if (!IsEdit)
        {
            _since.TakeBlanksOff(Form.Since);
        }

        IReadOnlyList<(string Field, string Sentence)> unread = [.. ReadTyped()];
        if (unread.Count == 0)
        {
            await RecordAsync(() => recorder.RecordAsync(Form));
            return;
        }

        _goesOn = false;
        _problems = FindProblems();
        foreach ((string field, string sentence) in Sentences(_problems, unread))
        {
            _answer.Say(field, sentence);
        }
    }

    private IReadOnlyList<Problem> FindProblems() => Form.Problems(clock.Today, new LifeSpan(Timeline.Patient.BirthDate, Timeline.Patient.DeceasedOn));

    private IReadOnlyList<(string Field, string Sentence)> Sentences(IEnumerable<Problem> problems, IEnumerable<(string Field, string Sentence)> unread) =>
        [.. problems.Select(problem => (problem.Field, words.Problem(problem))), .. unread];

    // Reads dates and times into the form. What is typed and not understood is never passed over.
    private IEnumerable<(string Field, string Sentence)> ReadTyped()
    {
        if (Form.StartsAt is null && !_time.IsEmpty)
        {
            yield return (nameof(VisitForm.StartsAt), words["Fault.Time"]);
        }

        if (IsEdit)
        {
            yield break;
        }

        foreach (string field in _since.Read(Form.Since, Day))
        {
            yield return (field, words.Problem(new Problem(field, ProblemKind.DateNotUnderstood)));
        }

        // Where the session joins a period that has a title, there is nothing to name.
        if (!string.IsNullOrWhiteSpace(Form.PeriodTitle) && PeriodBeginning.Joined(Whole, Day, Form.Id, Form.Episode)?.Title is not null)
        {
            yield return (nameof(VisitForm.PeriodTitle), words["Past.Fault.NoPeriod"]);
        }
    }

    // After a refused save: a field that was mended is no longer counted. What is wrong elsewhere waits for the next save.
    private async Task CheckAgainAsync()
    {
        if (_busy || !_answer.HasProblems)
        {
            return;
        }

        await TakeTypedAsync();
        IReadOnlyList<(string Field, string Sentence)> unread = [.. ReadTyped()];
        IReadOnlyList<Problem> problems = FindProblems();
        _answer.Narrow(Sentences(problems, unread));
        _problems = [.. problems.Where(problem => _answer[problem.Field] is not null)];
    }

    private async Task TakeTypedAsync()
    {
        Guid? draft = await _draft!.TakeAsync();
        Form.DraftId = draft;
        Form.HeldOn = _date.Day(clock.Today);
        Form.StartsAt = FreeTime.Read(_time.Text);
    }

    private Task SaveAndNextAsync()
    {
        _goesOn = true;
        return SaveAsync();
    }

    private Task ConfirmAsync()
    {
        Form.DeceasedConfirmed = true;
        return SaveAsync();
    }

    private Task KeepMineAsync()
    {
        Form.Revision = _theirs!.Form.Revision;
        _theirs = null;
        return SaveAsync();
    }

    // Written text is never passed over, whatever the button says.
    private async Task NothingToAddAsync()
    {
        await TakeTypedAsync();
        if (!NothingWritten)
        {
            await SaveAsync();
            return;
        }

        if (Form.HeldOn is not { } heldOn)
        {
            _answer.NotUnderstood(nameof(VisitForm.HeldOn));
            return;
        }

        await RecordAsync(() => recorder.HeldNothingToAddAsync(Form.PatientId, Form.Id, Form.Revision, heldOn, Form.StartsAt, Form.DraftId));
    }

    private async Task RecordAsync(Func<Task<SaveOutcome>> record)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        SaveOutcome outcome = await record();
        _busy = false;
        _problems = outcome is SaveOutcome.Invalid(var problems) ? problems : [];
        if (_answer.Take(outcome) is { } saved)
        {
            await _draft!.SettledAsync();
            string done = words.Done(IsEdit ? ActKind.VisitChanged : ActKind.VisitLogged, TimeOnly.FromDateTime(clock.Local(clock.NowUtc)));
            Notices.Say(saved.Reopened ? $"{done}. {words["Toast.Reopened"]}" : done, saved.ActId);
            Navigation.NavigateTo(
                _goesOn && Next is { } next ? Urls.LogPlannedSession(next.PatientId, next.VisitId)
                : _goesOn && IsLast ? Urls.DayNoted
                : Urls.PersonVisit(Form.PatientId, saved.RowId));
        }
        else
        {
            _goesOn = outcome is SaveOutcome.Refused && _goesOn;
        }

        if (outcome is SaveOutcome.Stale)
        {
            _theirs = await reader.ReadAsync(Form.Id);
        }
    }
}
