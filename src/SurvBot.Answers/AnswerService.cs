using System.Diagnostics;
using SurvBot.Answers.Generation;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>From a question to a grounded answer: understand, retrieve, ground, check, write.</summary>
public sealed class AnswerService(Retriever retriever, EvidenceSearch evidence, SupportCheck check, AnswerComposer composer)
{
    /// <summary>The answer, or an abstention that says what was searched and what is nearest; never throws for "nothing found".</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var corpus = await retriever.GetOverviewAsync(cancellationToken);
        var context = await evidence.FindAsync(question, corpus.Publishers, cancellationToken);
        var verdict = check.Check(context);
        var draft = ExtractiveGenerator.Write(context, verdict.Sentences);
        var asked = new AskedQuestion(question, context.Question, context.Retrieval, corpus, Stopwatch.GetElapsedTime(started));
        return draft.Sentences.Count > 0 && !context.Question.LeansOnNothing ? composer.Answer(asked, draft) : AnswerComposer.Abstain(asked, verdict.Refusal);
    }
}
