using System.Diagnostics;
using System.Runtime.CompilerServices;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Conflicts;
using SurvBot.Answers.Generation;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>From a question to a grounded answer: understand, retrieve, ground, check, write.</summary>
public sealed class AnswerService(Retriever retriever, EvidenceSearch evidence, SupportCheck check, AnswerComposer composer, TimelineTeller timelines, AliasBook aliases, AnswerWriter? writer = null, ModelReader? reader = null, AnswerTranslator? translator = null)
{
    // After that an answer is told as it is: nobody waits for more than half a minute.
    private static readonly TimeSpan LatestTranslation = TimeSpan.FromSeconds(22);

    /// <summary>The answer, or an abstention that says what was searched and what is nearest; never throws for "nothing found".</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken) =>
        ((Answered)await AnswerAsync(question, cancellationToken).LastAsync(cancellationToken)).Answer;

    /// <summary>The same answer with the steps on the way to it, for those who watch.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async IAsyncEnumerable<AnswerUpdate> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var corpus = await retriever.GetOverviewAsync(cancellationToken);
        yield return new SearchingArticles(corpus.Articles);
        var meant = reader is null ? new MeantQuestion(question) : await reader.ReadAsync(question, corpus.Publishers, cancellationToken);
        if (await InOrderAsync(question, meant, corpus, cancellationToken) is { } inOrder)
        {
            var told = ReadByModel.Tell(inOrder, meant);
            foreach (var grown in TextGrowth.Of(told))
                yield return grown;
            yield return new Answered(told);
            yield break;
        }
        var found = await evidence.LookUpAsync(meant, corpus.Publishers, cancellationToken);
        yield return new ReadingPassages(evidence.PassagesToRead(found));
        var context = await evidence.ReadAsync(found, cancellationToken);
        var verdict = check.Check(context);
        var values = ConflictFinder.Find(context, verdict.Sentences, aliases);
        var draft = ExtractiveGenerator.Write(context, verdict.Sentences, values);
        AskedQuestion Asked() => new(question, context.Question, context.Retrieval, corpus, Stopwatch.GetElapsedTime(started)) { Passages = context.Passages };
        if (draft.Sentences.Count == 0 || context.Question.LeansOnNothing)
        {
            yield return new Answered(ReadByModel.Tell(AnswerComposer.Abstain(Asked(), verdict.Refusal), meant));
            yield break;
        }
        WritingReport? report = null;
        static bool IsWritten(DraftSentence sentence) => sentence.IsWritten;
        int shown = 0;
        TranslatedDraft? translation = null;
        bool isTranslated = translator is not null && AnswerTranslator.Knows(meant.Language);
        // A text that opens with its age is told whole: until it is complete nobody knows that age. Nor are sentences shown that a translation takes the place of.
        bool isShown = !context.Question.AsksForLatest && !isTranslated;
        if (writer is not null)
        {
            report = new WritingReport { Model = writer.Model };
            await foreach (var grown in writer.WriteAsync(question, context, corpus.Version, draft, values.Disagree, report, cancellationToken))
            {
                bool isMore = grown.Sentences.Count(IsWritten) > shown;
                draft = grown;
                shown = draft.Sentences.Count(IsWritten);
                if (isShown && isMore)
                    yield return TextGrowth.Of(ReadByModel.Tell(composer.Answer(Asked(), draft, values), meant)).Last();
            }
        }
        if (isTranslated && report is not null && Stopwatch.GetElapsedTime(started) < LatestTranslation)
        {
            translation = await translator!.TranslateAsync(draft, question.Asker, meant.Language, report.Canary, cancellationToken);
            draft = translation.Draft;
        }
        var answer = ReadByModel.Tell(composer.Answer(Asked(), draft, values, report), meant, translation);
        foreach (var grown in TextGrowth.Of(answer).Skip(isShown ? shown : 0))
            yield return grown;
        yield return new Answered(answer);
    }

    /// <summary>The timeline, or what has changed, where the question wants that; null where it is answered as usual.</summary>
    private async Task<Answer?> InOrderAsync(Question question, MeantQuestion meant, CorpusOverview corpus, CancellationToken cancellationToken)
    {
        var read = QuestionReader.Read(meant.Question, corpus.Publishers);
        if (read.LeansOnNothing || TimelineQuestions.Read(read, question.Since) is not { } request)
            return null;
        var told = await timelines.TellAsync(new TimelineQuestion(question, read, request), corpus, cancellationToken);
        // Whoever asks for a history without naming a time may be content with what is said of it elsewhere.
        return told.Abstention is not null && request is { Since: null, From: null, To: null } ? null : told;
    }
}
